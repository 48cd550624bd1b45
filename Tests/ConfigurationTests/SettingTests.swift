import Configuration
import Testing
import Text

/// The table of settings holds together.
@Suite struct SettingTests {
    @Test func namesAreNames() {
        let letters = Set("abcdefghijklmnopqrstuvwxyz-")
        for setting in Setting.allCases { #expect(setting.name.allSatisfy(letters.contains), "\(setting.name)") }
        #expect(!Setting.allCases.map(\.name).contains("keys"))
    }

    /// What is built in is a value that the setting can have, written as it is printed.
    @Test func standardsAreValues() {
        for setting in Setting.allCases {
            guard let standard = setting.entry.standard else { continue }
            #expect(setting.entry.kind.value(of: standard.description) == standard, "\(setting.name)")
        }
    }

    @Test func sentencesAreSentences() {
        for setting in Setting.allCases {
            #expect(setting.entry.sentence.hasSuffix("."), "\(setting.name)")
            #expect(setting.entry.sentence.first?.isUppercase == true, "\(setting.name)")
        }
    }

    /// The example with its comment signs taken away sets every setting and three commands' keys.
    @Test func theExampleIsAConfiguration() {
        let live = Configuration.example.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("#") && (!$0.hasPrefix("# ") || $0.hasPrefix("#  ")) ? $0.dropFirst() : $0 }.joined(separator: "\n")
        let configuration = Configuration(file: Array(live.utf8), path: "example", environment: [:])
        #expect(configuration.problems.isEmpty, "\(configuration.problems.map(\.message))")
        for setting in Setting.allCases {
            #expect(configuration.isSet(setting), "\(setting.name)")
            if let standard = setting.entry.standard { #expect(configuration[setting].value == standard, "\(setting.name)") }
        }
        #expect(configuration.keys.count == 4)
        // As it is, it sets nothing.
        let still = Configuration(file: Array(Configuration.example.utf8), path: "example", environment: [:])
        #expect(!Setting.allCases.contains { still.isSet($0) } && still.keys.isEmpty && still.problems.isEmpty)
    }

    struct Case: Sendable {
        var setting: Setting
        var text: String
        var value: SettingValue?
    }

    @Test(arguments: [
        Case(setting: .measure, text: "40", value: .number(40)), Case(setting: .measure, text: "39", value: nil),
        Case(setting: .measure, text: "", value: nil), Case(setting: .mouse, text: "ON", value: .flag(true)),
        Case(setting: .mouse, text: "false", value: .flag(false)), Case(setting: .mouse, text: "2", value: nil),
        Case(setting: .marks, text: "ascii", value: .text("ascii")), Case(setting: .marks, text: "ASCII", value: nil),
        Case(setting: .browser, text: " firefox  --new-tab ", value: .arguments(["firefox", "--new-tab"])),
        Case(setting: .browser, text: " ", value: nil), Case(setting: .browser, text: "a\0b", value: nil),
        Case(setting: .theme, text: String(repeating: "a", count: 5_000), value: nil),
    ]) func values(_ example: Case) {
        #expect(example.setting.entry.kind.value(of: example.text) == example.value)
    }

    @Test func nearestNames() {
        let names = Setting.allCases.map(\.name)
        #expect(Nearest.name(to: "measur", among: names) == "measure")
        #expect(Nearest.name(to: "Moues", among: names) == "mouse")
        #expect(Nearest.name(to: "colors", among: names) == "colours")
        #expect(Nearest.name(to: "x", among: names) == nil)
        #expect(Nearest.name(to: "", among: names) == nil)
        #expect(Nearest.name(to: String(repeating: "m", count: 100_000), among: names) == nil)
        #expect(Nearest.distance("", "ab") == 2)
        #expect(Nearest.distance("ab", "ba") == 1)
    }
}
