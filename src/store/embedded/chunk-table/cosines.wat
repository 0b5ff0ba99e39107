;; Cosines of one query with many vectors in 8-bit codes, 16 numbers at a time.
;; `npm run wasm` assembles it into cosines.wasm, and a test holds the two together.
(module
  (import "host" "memory" (memory 1))
  ;; Writes `count` cosines (f32) to `cosines`: the exact sum of the products of `query` (i16) with each row of `codes`
  ;; (i8), times the row's own scale (f32, at `scales`) and that of the query. All but the last are byte offsets and
  ;; numbers; `width` is the numbers of a row, a multiple of 16.
  (func (export "cosines")
    (param $codes i32) (param $scales i32) (param $query i32) (param $cosines i32) (param $count i32) (param $width i32)
    (param $queryScale f32)
    (local $end i32) (local $rowEnd i32) (local $q i32) (local $sum v128) (local $c v128)
    (local.set $end (i32.add (local.get $codes) (i32.mul (local.get $count) (local.get $width))))
    (block $done
      (loop $rows
        (br_if $done (i32.ge_u (local.get $codes) (local.get $end)))
        (local.set $rowEnd (i32.add (local.get $codes) (local.get $width)))
        (local.set $q (local.get $query))
        (local.set $sum (v128.const i32x4 0 0 0 0))
        (loop $columns
          (local.set $c (v128.load (local.get $codes)))
          (local.set $sum (i32x4.add (local.get $sum)
            (i32x4.add
              (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $c)) (v128.load (local.get $q)))
              (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $c)) (v128.load offset=16 (local.get $q))))))
          (local.set $q (i32.add (local.get $q) (i32.const 32)))
          (local.set $codes (i32.add (local.get $codes) (i32.const 16)))
          (br_if $columns (i32.lt_u (local.get $codes) (local.get $rowEnd))))
        (f32.store (local.get $cosines)
          (f32.mul
            (f32.mul
              (f32.convert_i32_s
                (i32.add
                  (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
                  (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
              (f32.load (local.get $scales)))
            (local.get $queryScale)))
        (local.set $cosines (i32.add (local.get $cosines) (i32.const 4)))
        (local.set $scales (i32.add (local.get $scales) (i32.const 4)))
        (br $rows)))))
