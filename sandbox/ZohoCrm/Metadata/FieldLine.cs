namespace Isthmus.Sandbox.ZohoCrm.Metadata;

/// <summary>
/// A standard field on one line: "Name type[:length|:module|:choice|choice...] [marks]". Marks: ! mandatory, - read only,
/// = computed, $ only with several currencies.
/// </summary>
internal static class FieldLine
{
    public static void AddTo(CrmModule module, string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            module.Add(Read(module, line));
    }

    private static CrmField Read(CrmModule module, string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var colon = parts[1].IndexOf(':');
        var type = FieldTypes.Find(colon < 0 ? parts[1] : parts[1][..colon])
            ?? throw new ArgumentException($"'{line}' has no known type.");
        var argument = colon < 0 ? null : parts[1][(colon + 1)..];
        var marks = parts.Length > 2 ? parts[2] : "";
        return new CrmField
        {
            Module = module.ApiName,
            ApiName = parts[0],
            Type = type,
            Slot = module.NextSlot(),
            Label = parts[0].Replace("__s", "").Replace('_', ' '),
            Length = int.TryParse(argument, out var length) ? length : type.DefaultLength(),
            Target = type is FieldType.Lookup or FieldType.Subform ? argument : null,
            PickList = type is FieldType.PickList or FieldType.MultiSelect && argument is not null ? Choices(argument) : [],
            IsMandatory = marks.Contains('!'),
            IsReadOnly = marks.Contains('-') || marks.Contains('='),
            IsComputed = marks.Contains('='),
            NeedsCurrencies = marks.Contains('$'),
        };
    }

    private static PickListValue[] Choices(string argument) =>
        [.. argument.Split('|').Select(choice => choice.Replace('_', ' ')).Select(choice => new PickListValue(choice, choice))];
}
