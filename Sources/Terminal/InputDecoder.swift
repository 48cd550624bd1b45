/// Turns the bytes that a terminal sends into events.
///
/// ncurses could do it (`get_wch`), and its database is used for the keys; but it reads byte by byte, cannot tell the
/// end of the terminal from a lack of input, and knows neither dragging nor pasting. This one needs no terminal, so
/// every sequence can be tested, whole or cut anywhere.
///
/// ESC is a key and the beginning of most others. What tells them apart is time: when nothing follows within
/// `patience`, the caller asks for `next(isFinal: true)`.
struct InputDecoder {
    private let keys: KeyTable
    private var bytes: [UInt8] = []
    private var start = 0
    /// What was pasted so far, while it is not complete.
    private var paste: PasteCollector?
    /// Within a string from the terminal that is too long to be kept.
    private var isSkippingString = false

    init(keys: KeyTable) {
        self.keys = keys
    }

    mutating func feed(_ more: some Collection<UInt8>) {
        bytes.append(contentsOf: more)
    }

    /// The bytes that mean nothing yet.
    private var pending: ArraySlice<UInt8> { bytes[start...] }

    /// How long more bytes are waited for before `next(isFinal: true)` is right; nil where nothing is waited for.
    var patience: Duration? {
        if paste != nil { return .milliseconds(500) }
        if isSkippingString { return .milliseconds(100) }
        if pending.isEmpty { return nil }
        return pending.allSatisfy { $0 == escape } ? .milliseconds(25) : .milliseconds(100)
    }

    /// The next thing that is complete; nil when there is none.
    /// - Parameter isFinal: no more bytes come soon, so what is there has to do.
    mutating func next(isFinal: Bool) -> Input? {
        while true {
            if paste != nil {
                if let text = nextOfPaste(isFinal: isFinal) { return .event(.paste(text)) }
                if paste != nil { return nil }
            }
            if isSkippingString { skipString(isFinal: isFinal) }
            guard !pending.isEmpty else { return nil }
            switch InputStep(pending, keys: keys, isFinal: isFinal) {
            case .input(.pasteBegins, let length):
                drop(length)
                paste = PasteCollector()
            case .input(let input, let length):
                drop(length)
                return input
            case .skip(let length): drop(length)
            case .skipString:
                // Past the ESC that begins it, which would else be taken for the end.
                drop(2)
                isSkippingString = true
            case .wait: return nil
            }
        }
    }

    private mutating func drop(_ length: Int) {
        start += length
        if start >= bytes.count {
            bytes.removeAll(keepingCapacity: true)
            start = 0
        }
    }

    /// More pasted text, if there is some.
    private mutating func nextOfPaste(isFinal: Bool) -> String? {
        let bytes = pending
        guard let (count, progress) = paste?.take(bytes, isFinal: isFinal) else { return nil }
        drop(count)
        switch progress {
        case .unfinished: return nil
        case .part(let text): return text
        case .end(let text):
            paste = nil
            return text.isEmpty ? nil : text
        }
    }

    private mutating func skipString(isFinal: Bool) {
        guard let end = TerminalString.end(in: pending) else {
            // An ESC at the end may begin the mark that ends the string.
            drop(pending.last == escape && !isFinal ? pending.count - 1 : pending.count)
            isSkippingString = !isFinal
            return
        }
        drop(end.after - pending.startIndex)
        isSkippingString = false
    }
}

/// The byte that begins sequences.
let escape: UInt8 = 0x1B
