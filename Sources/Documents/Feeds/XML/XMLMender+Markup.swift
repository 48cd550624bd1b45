import Formats

extension XMLMender {
    /// At `<`: whatever it begins, or a lone sign.
    mutating func takeMarkup() {
        let next = position + 1 < source.count ? source[position + 1] : 0
        switch next {
        case UInt8(ascii: "!"): takeDeclaration()
        case UInt8(ascii: "?"): takeInstruction()
        case UInt8(ascii: "/"): takeEnd()
        default: takeBeginning()
        }
    }

    private mutating func takeSign() {
        writeEscaped(source[position])
        position += 1
    }

    private func starts(with text: StaticString, at place: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard place + count <= source.count else { return false }
        for index in 0..<count where source[place + index] != text.utf8Start[index] { return false }
        return true
    }

    /// Where `text` next stands; looked for once where it does not.
    private mutating func find(_ text: StaticString, _ mark: XMLMark, from start: Int) -> Int? {
        guard !missing.contains(mark) else { return nil }
        let first = text.utf8Start[0]
        var place = start
        while place + text.utf8CodeUnitCount <= source.count {
            if source[place] == first, starts(with: text, at: place) { return place }
            place += 1
        }
        missing.insert(mark)
        return nil
    }

    // MARK: Declarations

    private mutating func takeDeclaration() {
        if starts(with: "<!--", at: position) {
            position = find("-->", .remark, from: position + 4).map { $0 + 3 } ?? source.count
        } else if starts(with: "<![CDATA[", at: position) {
            position += 9
            sectionEnd = find("]]>", .section, from: position) ?? source.count
        } else if isInsideRoot {
            takeSign()
        } else {
            position = entities.takeDocumentType(at: position, in: source)
        }
    }

    private mutating func takeInstruction() {
        if let end = find("?>", .instruction, from: position + 2) {
            position = end + 2
        } else {
            position += 2
            while position < source.count, source[position] != UInt8(ascii: ">"), source[position] != UInt8(ascii: "<") {
                position += 1
            }
        }
    }

    // MARK: Elements

    private func isNameStart(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    private func isNamePart(_ byte: UInt8) -> Bool {
        isNameStart(byte) || (byte >= 0x30 && byte <= 0x3A) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || byte == 0 }

    /// The name at `start`; nothing where there is none, or it is too long for one.
    private func name(at start: Int) -> Range<Int>? {
        guard start < source.count, isNameStart(source[start]) else { return nil }
        var end = start
        while end < source.count, end - start <= Self.nameLimit, isNamePart(source[end]) { end += 1 }
        guard end - start <= Self.nameLimit else { return nil }
        // A colon at the end names nothing.
        while end > start, source[end - 1] == UInt8(ascii: ":") { end -= 1 }
        return start..<end
    }

    private mutating func takeEnd() {
        guard let name = name(at: position + 2) else { return takeSign() }
        position = name.upperBound
        while position < source.count, source[position] != UInt8(ascii: ">"), source[position] != UInt8(ascii: "<") {
            position += 1
        }
        if position < source.count, source[position] == UInt8(ascii: ">") { position += 1 }
        end(name)
    }

    private mutating func takeBeginning() {
        guard let name = name(at: position + 1), name.upperBound < source.count else { return takeSign() }
        let after = source[name.upperBound]
        guard isSpace(after) || after == UInt8(ascii: ">") || after == UInt8(ascii: "/") else { return takeSign() }
        position = name.upperBound
        var attributes: [XMLMendedAttribute] = []
        let isEmpty = takeAttributes(&attributes)
        begin(name, attributes: attributes, isEmpty: isEmpty)
    }

    /// To behind the `>` of the tag, or to the `<` of the next where nothing closes it. Whether the element is empty.
    private mutating func takeAttributes(_ attributes: inout [XMLMendedAttribute]) -> Bool {
        while position < source.count {
            let byte = source[position]
            if byte == UInt8(ascii: ">") {
                position += 1
                return false
            }
            if byte == UInt8(ascii: "<") { return false }
            if byte == UInt8(ascii: "/"), position + 1 < source.count, source[position + 1] == UInt8(ascii: ">") {
                position += 2
                return true
            }
            guard let name = name(at: position) else {
                position += 1
                continue
            }
            position = name.upperBound
            let value = takeValue()
            guard let value, value.count <= Self.valueLimit, attributes.count < Self.attributeLimit,
                !attributes.contains(where: { source[$0.name].elementsEqual(source[name]) })
            else { continue }
            attributes.append(XMLMendedAttribute(name: name, value: value))
        }
        return false
    }

    /// Behind the name of an attribute: its value, in quotes or without; nothing where it has none.
    private mutating func takeValue() -> Range<Int>? {
        var place = position
        while place < source.count, isSpace(source[place]) { place += 1 }
        guard place < source.count, source[place] == UInt8(ascii: "=") else { return nil }
        place += 1
        while place < source.count, isSpace(source[place]) { place += 1 }
        guard place < source.count else {
            position = place
            return nil
        }
        let quoteEnd: Int? =
            switch source[place] {
            case UInt8(ascii: "\""): find("\"", .quote, from: place + 1)
            case UInt8(ascii: "'"): find("'", .apostrophe, from: place + 1)
            default: nil
            }
        if let quoteEnd {
            position = quoteEnd + 1
            return (place + 1)..<quoteEnd
        }
        let start = place
        while place < source.count, !isSpace(source[place]), source[place] != UInt8(ascii: ">"),
            source[place] != UInt8(ascii: "<")
        { place += 1 }
        position = place
        return start..<place
    }
}
