import { foldName } from "../../model/fold-name.ts";

/**
 * The commonest surnames of Vietnam, China and Korea, where the surname stands first: they are borne by more than four in five people there, so that the
 * list is short and closed. Folded; own list. Some are given names elsewhere ("Lee", "Kim").
 */
const SURNAMES_FIRST: ReadonlySet<string> = new Set(
  (
    "nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh truong " +
    "li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang xi deng cao peng zeng tsai chiang chou chang lai hung hsu hsieh su tung soong wong chan leung lam tai " +
    "kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song hong moon yoo ryu chung roh noh ban bong son ko koh bae ha joo min woo baek heo nam shim sim won kwak cha koo"
  ).split(" "),
);

/** Whether a word may be a surname that stands before the given name, with or without its marks. */
export const mayBeSurnameFirst = (word: string): boolean => SURNAMES_FIRST.has(foldName(word));
