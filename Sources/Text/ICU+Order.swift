import CICU

extension ICU {
    /// The order of one paragraph's parts on its lines, by the Unicode Bidirectional Algorithm. For one thread.
    final class Order {
        private let paragraph: OpaquePointer
        private let line: OpaquePointer
        /// ICU keeps a pointer to it.
        private let units: UnsafeMutableBufferPointer<UInt16>

        /// - Parameter text: UTF-16, of at most two thousand million units.
        init?(_ text: [UInt16], isRightToLeft: Bool) {
            guard let paragraph = dossier_ubidi_open() else { return nil }
            guard let line = dossier_ubidi_open() else {
                dossier_ubidi_close(paragraph)
                return nil
            }
            self.paragraph = paragraph
            self.line = line
            units = .allocate(capacity: max(1, text.count))
            _ = units.initialize(from: text)
            var status: Int32 = 0
            dossier_ubidi_setPara(paragraph, units.baseAddress, Int32(clamping: text.count), isRightToLeft ? 1 : 0, &status)
            guard status <= 0 else { return nil }
        }

        deinit {
            dossier_ubidi_close(line)
            dossier_ubidi_close(paragraph)
            units.deallocate()
        }

        /// The stretches of a line from left to right; nothing where ICU refuses.
        func runs(of range: Range<Int>) -> [(range: Range<Int>, isRightToLeft: Bool)]? {
            var status: Int32 = 0
            dossier_ubidi_setLine(paragraph, Int32(clamping: range.lowerBound), Int32(clamping: range.upperBound), line, &status)
            let count = dossier_ubidi_countRuns(line, &status)
            guard status <= 0 else { return nil }
            return (0..<count).map { index in
                var (start, length): (Int32, Int32) = (0, 0)
                let isRightToLeft = dossier_ubidi_getVisualRun(line, index, &start, &length) != 0
                let lower = range.lowerBound + Int(start)
                return (lower..<lower + Int(length), isRightToLeft)
            }
        }
    }

    /// The scalar that stands for `scalar` in text from right to left: the other bracket; itself where there is none.
    static func mirrored(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        Unicode.Scalar(UInt32(bitPattern: dossier_u_charMirror(Int32(bitPattern: scalar.value)))) ?? scalar
    }
}
