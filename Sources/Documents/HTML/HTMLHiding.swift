/// What a page holds and does not show.
enum HTMLHiding {
    /// Whether the element at `index` is hidden by an attribute of its own: `hidden`, or a style that shows nothing.
    static func isHidden(_ index: Int, in tree: HTMLTree) -> Bool {
        if let value = tree.attribute("hidden", of: index), !value.elementsEqual("until-found".utf8) { return true }
        guard let style = tree.attribute("style", of: index), style.count >= 9 else { return false }
        return isHiding(style)
    }

    /// A style that leaves nothing to see: `display: none`, `visibility: hidden`, `mso-hide: all`, and the sizes of
    /// nothing by which mails hide their preview.
    private static func isHiding(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
        var name: [UInt8] = []
        var value: [UInt8] = []
        var isValue = false
        var sizes = 0
        for place in 0...min(style.count, 4_096) {
            let byte = place < style.count ? style[place] : UInt8(ascii: ";")
            if byte == UInt8(ascii: ";") {
                if hides(name, value) { return true }
                if isNothing(name, value) { sizes += 1 }
                name.removeAll(keepingCapacity: true)
                value.removeAll(keepingCapacity: true)
                isValue = false
            } else if byte == UInt8(ascii: ":"), !isValue {
                isValue = true
            } else if !HTMLBytes.isSpace(byte) {
                let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
                if isValue { value.append(lower) } else { name.append(lower) }
            }
        }
        return sizes > 1
    }

    private static func hides(_ name: [UInt8], _ value: [UInt8]) -> Bool {
        if name.elementsEqual("display".utf8) { return value.starts(with: "none".utf8) }
        if name.elementsEqual("visibility".utf8) { return value.starts(with: "hidden".utf8) }
        return name.elementsEqual("mso-hide".utf8) && value.starts(with: "all".utf8)
    }

    private static func isNothing(_ name: [UInt8], _ value: [UInt8]) -> Bool {
        guard value.first == UInt8(ascii: "0"), value.dropFirst().allSatisfy({ !($0 >= 0x30 && $0 <= 0x39) && $0 != 0x2E })
        else { return false }
        return ["max-height", "height", "font-size", "line-height", "max-width", "opacity"].contains {
            name.elementsEqual($0.utf8)
        }
    }
}
