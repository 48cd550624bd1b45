/// How many letters of each script a text has.
struct ScriptCounts {
    enum Script: Int, CaseIterable {
        case latin, cyrillic, arabic, han, kana, hangul, greek, hebrew, devanagari, armenian, tamil, thai, georgian
    }

    private var counts = [Int](repeating: 0, count: Script.allCases.count)
    /// Letters that of these languages only Ukrainian, Russian or Persian has.
    private(set) var ukrainian = 0
    private(set) var russian = 0
    private(set) var persian = 0

    subscript(script: Script) -> Int { counts[script.rawValue] }

    /// The script of most letters, where there are ten of them and they are three in five; Han and kana count together.
    var main: Script? {
        let total = counts.reduce(0, +)
        let japanese = self[.han] + self[.kana]
        if japanese >= 10, japanese * 5 >= total * 3 { return .han }
        guard let best = Script.allCases.max(by: { self[$0] < self[$1] }), self[best] >= 10, self[best] * 5 >= total * 3
        else { return nil }
        return best
    }

    mutating func add(_ scalar: Unicode.Scalar) {
        guard let script = Self.script(scalar.value) else { return }
        counts[script.rawValue] += 1
        switch scalar.value {
        case 0x0456, 0x0457, 0x0454, 0x0491: ukrainian += 1
        case 0x044B, 0x044D, 0x0451, 0x044A: russian += 1
        case 0x067E, 0x0686, 0x0698, 0x06AF, 0x06CC, 0x06A9: persian += 1
        default: break
        }
    }

    private static func script(_ code: UInt32) -> Script? {
        switch code {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
        case 0x400...0x52F: .cyrillic
        case 0x531...0x58F: .armenian
        case 0x5D0...0x5EA: .hebrew
        case 0x620...0x6FF, 0x750...0x77F: .arabic
        case 0x900...0x97F: .devanagari
        case 0xB80...0xBFF: .tamil
        case 0xE00...0xE7F: .thai
        case 0x10A0...0x10FF: .georgian
        case 0x1100...0x11FF, 0xAC00...0xD7AF: .hangul
        case 0x3040...0x30FF: .kana
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x2FFFF: .han
        default: nil
        }
    }
}
