import Configuration

/// Settings that are changed for this session.
extension ReaderState {
    /// What is in force of those that can be changed here.
    var currentSettings: [Setting: SettingValue] {
        [
            .theme: .text(theme.palette?.name ?? Theme.terminalName), .measure: .number(measure), .dates: .text(settings.dates.rawValue),
            .possibleTopics: .flag(showsPossible), .rightToLeft: .text(ordersRightToLeft ? "reader" : "terminal"),
            .mouse: .flag(isMouseOn), .popupDelay: .number(Int(settings.popupDelay)),
        ]
    }

    /// Changes a setting until the reader is left.
    mutating func set(_ setting: Setting, to value: SettingValue) -> [Effect] {
        let effects = change(setting, to: value)
        status = Status(.done, "\(setting.name) \(value.description) until you leave; the configuration keeps it")
        return effects
    }

    private mutating func change(_ setting: Setting, to value: SettingValue) -> [Effect] {
        switch (setting, value) {
        case (.measure, .number(let columns)): return changeMeasure(by: columns - measure)
        case (.dates, .text(let name)): settings.dates = DateStyle(rawValue: name) ?? settings.dates
        case (.possibleTopics, .flag(let isOn)): return isOn == showsPossible ? [] : toggleImprobable()
        case (.rightToLeft, .text(let name)): ordersRightToLeft = name != "terminal"
        case (.mouse, .flag(let isOn)):
            isMouseOn = isOn
            return [.setMouse(isOn)]
        case (.popupDelay, .number(let milliseconds)): settings.popupDelay = Int64(milliseconds)
        case _: return []
        }
        let (dates, orders) = (settings.dates, ordersRightToLeft)
        withReading { $0.layOut(dates: dates, ordersRightToLeft: orders, rows: $1) }
        return []
    }
}
