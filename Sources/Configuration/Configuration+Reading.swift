import Text

extension Configuration {
    /// Reads the file's bytes, where there is one, and lays the environment over and under it. Nothing is refused: what cannot
    /// be used is in ``problems``. Linear in the file's length.
    public init(file bytes: [UInt8]?, path: String, environment: [String: String]) {
        self.init(path: path)
        takeEnvironment(environment, isOurs: false)
        if let bytes {
            var reader = ConfigurationReader(path: path)
            reader.read(bytes)
            for (setting, value, line) in reader.values { assign(setting, value, .file(path: path, line: line)) }
            keys = reader.keys
            problems = reader.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) } + problems
        }
        takeEnvironment(environment, isOurs: true)
    }

    /// Lays an option of the command line over all else. A value that is none of the setting's is a problem.
    public mutating func take(_ text: String, for setting: Setting, option: String) {
        guard let value = setting.entry.kind.value(of: text) else { return note(text, setting, source: option) }
        assign(setting, value, .argument(option: option))
    }

    private mutating func takeEnvironment(_ environment: [String: String], isOurs: Bool) {
        for setting in Setting.allCases {
            let variables = setting.entry.variables.filter { $0.isOurs == isOurs }
            guard let variable = variables.first(where: { !(environment[$0.name] ?? "").isEmpty }),
                let text = environment[variable.name]
            else { continue }
            guard let value = setting.value(ofVariable: text) else {
                note(text, setting, source: "environment \(variable.name)")
                continue
            }
            assign(setting, value, .environment(variable: variable.name))
        }
    }

    private mutating func note(_ text: String, _ setting: Setting, source: String) {
        problems.append(
            ConfigurationProblem(source: source, line: nil, kind: .wrongValue(text, setting: setting.name, expected: setting.entry.kind.expectation, nearest: nil)))
    }
}

extension Setting {
    /// What a variable says. `NO_COLOR` says its thing by being there (https://no-color.org).
    fileprivate func value(ofVariable text: String) -> SettingValue? {
        self == .colours ? .text("none") : entry.kind.value(of: text)
    }
}
