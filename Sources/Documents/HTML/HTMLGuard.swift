import Glibc

/// Goes over the bytes of a page before the parser does, and takes out what is of no use to a reader and costs the
/// parser time or worse: the contents of scripts and styles, comments, pictures packed into attributes, and whatever
/// would make the parser quadratic (elements nested too deeply, an element with thousands of attributes, and `body` and
/// `html` over and over).
///
/// It follows the tokeniser of the HTML standard (section 13.2.5) as far as is needed to know where tags, attributes
/// and raw text begin and end. Linear.
struct HTMLGuard {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: HTMLLimits
    private var result: [UInt8] = []
    /// Up to where `bytes` have been copied or left out.
    private var copied = 0
    private var position = 0
    private var depth = 0
    /// Start tags that were left out and whose end tags are still to come.
    private var passedOver = 0
    /// Elements of SVG and MathML that are open: in them scripts and styles are ordinary elements.
    private var foreign = 0
    private var roots = 0

    static func prepared(_ bytes: [UInt8], limits: HTMLLimits) -> [UInt8] {
        bytes.withUnsafeBufferPointer { buffer in
            var state = HTMLGuard(buffer, limits: limits)
            return state.run()
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, limits: HTMLLimits) {
        self.bytes = bytes
        self.limits = limits
        result.reserveCapacity(bytes.count)
    }

    private mutating func run() -> [UInt8] {
        while let start = find(UInt8(ascii: "<"), from: position) {
            position = start + 1
            guard position < bytes.count else { break }
            switch bytes[position] {
            case UInt8(ascii: "/"): takeEndTag(start)
            case UInt8(ascii: "!"): takeDeclaration(start)
            case UInt8(ascii: "?"): position = (find(UInt8(ascii: ">"), from: position) ?? bytes.count - 1) + 1
            case let byte where Self.isLetter(byte): takeStartTag(start)
            default: break
            }
        }
        leaveOut(bytes.count..<bytes.count)
        return result
    }

    /// Copies what comes before `range` and jumps over it.
    private mutating func leaveOut(_ range: Range<Int>) {
        guard range.lowerBound >= copied else { return }
        result.append(contentsOf: bytes[copied..<range.lowerBound])
        copied = range.upperBound
    }

    private func find(_ byte: UInt8, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    // MARK: Declarations and comments

    private mutating func takeDeclaration(_ start: Int) {
        guard starts(with: "!--", at: start + 1) else {
            // Of CDATA, which only SVG and MathML have, nothing is taken out.
            position = (find(UInt8(ascii: ">"), from: position) ?? bytes.count - 1) + 1
            return
        }
        position = commentEnd(from: start + 4)
        leaveOut(start..<position)
    }

    /// Behind the comment whose text begins at `start`.
    private func commentEnd(from start: Int) -> Int {
        if starts(with: ">", at: start) { return start + 1 }
        if starts(with: "->", at: start) { return start + 2 }
        var place = start
        while let found = find(UInt8(ascii: "-"), from: place) {
            if starts(with: "-->", at: found) { return found + 3 }
            if starts(with: "--!>", at: found) { return found + 4 }
            place = found + 1
        }
        return bytes.count
    }

    private func starts(with text: StaticString, at index: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        for offset in 0..<count where bytes[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    // MARK: Tags

    private mutating func takeEndTag(_ start: Int) {
        position += 1
        guard position < bytes.count, Self.isLetter(bytes[position]) else {
            position = (find(UInt8(ascii: ">"), from: position) ?? bytes.count - 1) + 1
            return
        }
        let name = takeName()
        skipAttributes()
        if name.isForeignRoot, foreign > 0 { foreign -= 1 }
        guard foreign > 0 || name.nests else { return }
        if passedOver > 0 {
            passedOver -= 1
            leaveOut(start..<position)
        } else if depth > 0 {
            depth -= 1
        }
    }

    private mutating func takeStartTag(_ start: Int) {
        let name = takeName()
        let isScriptOfData = skipAttributes()
        if name.isRoot {
            roots += 1
            if roots > 8 { leaveOut(start..<position) }
            return
        }
        let isSelfClosed = bytes[position - 1] == UInt8(ascii: ">") && bytes[position - 2] == UInt8(ascii: "/")
        if foreign == 0, let end = name.rawTextEnd {
            return takeRawText(end, isKept: !name.isCode || isScriptOfData)
        }
        guard foreign > 0 || name.isForeignRoot ? !isSelfClosed : name.nests else { return }
        if depth >= limits.depth {
            passedOver += 1
            leaveOut(start..<position)
            return
        }
        depth += 1
        if name.isForeignRoot { foreign += 1 }
    }

    /// The contents of an element without markup in it, to before its end tag; without it nothing ends it. A script
    /// that writes a script inside of a comment has an end tag more, which is not its own.
    private mutating func takeRawText(_ name: StaticString, isKept: Bool) {
        let start = position
        var place = start
        var commentEnd = start
        var isDoubled = false
        while let found = find(UInt8(ascii: "<"), from: place) {
            place = found + 1
            if found >= commentEnd {
                isDoubled = false
                if starts(with: "<!--", at: found) { commentEnd = endOfDashes(from: found + 2) }
            } else if isName("script", at: place) {
                isDoubled = true
            }
            guard starts(with: "/", at: place), isName(name, at: place + 1) else { continue }
            if isDoubled {
                isDoubled = false
                continue
            }
            position = found
            if !isKept { leaveOut(start..<found) }
            return
        }
        position = bytes.count
        if !isKept { leaveOut(start..<bytes.count) }
    }

    /// Behind the next `-->`, or the end.
    private func endOfDashes(from start: Int) -> Int {
        var place = start
        while let found = find(UInt8(ascii: ">"), from: place) {
            if found >= start + 2, bytes[found - 1] == UInt8(ascii: "-"), bytes[found - 2] == UInt8(ascii: "-") {
                return found + 1
            }
            place = found + 1
        }
        return bytes.count
    }

    private func isName(_ name: StaticString, at index: Int) -> Bool {
        let count = name.utf8CodeUnitCount
        guard index + count < bytes.count else { return false }
        for offset in 0..<count where bytes[index + offset] | 0x20 != name.utf8Start[offset] { return false }
        return Self.endsName(bytes[index + count])
    }

    private mutating func takeName() -> HTMLTagName {
        let start = position
        while position < bytes.count, !Self.endsName(bytes[position]) { position += 1 }
        return HTMLTagName(bytes[start..<position])
    }

    /// To behind the `>` of the tag. Says whether an attribute's value names JSON-LD.
    @discardableResult
    private mutating func skipAttributes() -> Bool {
        var count = 0
        var holdsData = false
        var surplus: Int?
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") { break }
            if Self.isSpace(byte) || byte == UInt8(ascii: "/") {
                position += 1
                continue
            }
            count += 1
            if count > limits.attributes, surplus == nil { surplus = position }
            skipAttribute(&holdsData, isKept: surplus == nil)
        }
        if let surplus { leaveOut(surplus..<min(position, bytes.count)) }
        position = min(position + 1, bytes.count)
        return holdsData
    }

    private mutating func skipAttribute(_ holdsData: inout Bool, isKept: Bool) {
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "="), !Self.endsName(bytes[position]) {
            position += 1
        }
        var place = position
        while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
        guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return }
        place += 1
        while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
        position = place
        guard place < bytes.count else { return }
        let quote = bytes[place]
        let value: Range<Int>
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let end = find(quote, from: place + 1) ?? bytes.count
            value = (place + 1)..<end
            position = min(end + 1, bytes.count)
        } else {
            while position < bytes.count, bytes[position] != UInt8(ascii: ">"), !Self.isSpace(bytes[position]) {
                position += 1
            }
            value = place..<position
        }
        if isKept, value.count > limits.attributeSize { leaveOut(value) }
        if !holdsData, value.count >= 19, value.count < 80 { holdsData = isLinkedData(value) }
    }

    /// `application/ld+json`, with or without a parameter.
    private func isLinkedData(_ value: Range<Int>) -> Bool {
        var place = value.lowerBound
        while let found = find(UInt8(ascii: "+"), from: place), found < value.upperBound {
            if found >= 2, bytes[found - 2] | 0x20 == UInt8(ascii: "l"), bytes[found - 1] | 0x20 == UInt8(ascii: "d") {
                return true
            }
            place = found + 1
        }
        return false
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || isSpace(byte)
    }
}

/// The name of a tag, packed into a number: those that matter here have at most eight letters of ASCII, and others
/// count as what nests.
struct HTMLTagName {
    private let code: UInt64

    init(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
        guard name.count <= 8 else {
            code = name.count == 9 && name.elementsEqual("plaintext".utf8, by: { $0 | 0x20 == $1 }) ? 1 : 0
            return
        }
        code = Self.pack(name)
    }

    private static func pack(_ name: some Sequence<UInt8>) -> UInt64 {
        name.reduce(0) { $0 << 8 | UInt64($1 >= 0x41 && $1 <= 0x5A ? $1 | 0x20 : $1) }
    }

    private static func table(_ names: String) -> Set<UInt64> { Set(names.split(separator: " ").map { pack($0.utf8) }) }

    /// Whether an element of that name stays open until its end tag.
    var nests: Bool { !Self.closed.contains(code) }

    /// Those without contents, and those that the next of their kind closes.
    private static let closed = table(
        "area base br col embed frame hr img image input link meta param source track wbr basefont bgsound keygen "
            + "p li dt dd tr td th tbody thead tfoot caption colgroup html body head")

    var isRoot: Bool { code == Self.html || code == Self.body }
    private static let html = pack("html".utf8)
    private static let body = pack("body".utf8)

    var isForeignRoot: Bool { code == Self.svg || code == Self.math }
    private static let svg = pack("svg".utf8)
    private static let math = pack("math".utf8)

    /// Whether its contents are never read.
    var isCode: Bool { code == Self.script || code == Self.style }
    private static let script = pack("script".utf8)
    private static let style = pack("style".utf8)

    /// The name of the end tag that alone ends an element whose contents are no markup.
    var rawTextEnd: StaticString? {
        switch code {
        case Self.script: "script"
        case Self.style: "style"
        case Self.title: "title"
        case Self.textarea: "textarea"
        case Self.xmp: "xmp"
        case Self.iframe: "iframe"
        case Self.noembed: "noembed"
        case Self.noframes: "noframes"
        default: nil
        }
    }
    private static let title = pack("title".utf8)
    private static let textarea = pack("textarea".utf8)
    private static let xmp = pack("xmp".utf8)
    private static let iframe = pack("iframe".utf8)
    private static let noembed = pack("noembed".utf8)
    private static let noframes = pack("noframes".utf8)
}
