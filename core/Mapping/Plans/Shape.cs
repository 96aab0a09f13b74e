using System.Runtime.InteropServices;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Paths;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Plans;

/// <summary>What every scalar field may ask for: trim, letters, type, maxLength.</summary>
internal sealed class Shape
{
    public static readonly string[] Types = ["text", "integer", "decimal", "boolean"];
    private readonly string? _type;
    private readonly string? _letters;
    private readonly bool _trim;
    private readonly LengthLimit? _limit;

    private Shape(string? type, string? letters, bool trim, LengthLimit? limit) =>
        (_type, _letters, _trim, _limit) = (type, letters, trim, limit);

    public static Shape Compile(DocumentNode field, CompileScope scope)
    {
        var type = field.Text("type");
        if (type is not null && !Types.Contains(type))
            field.Wrong("type", type, "There is no such type.", Spelling.Cure(type, Types));
        var letters = field.Text("letters");
        if (letters is not (null or "upper" or "lower"))
            field.Wrong("letters", letters, "Letters can be made upper or lower.", "Write upper or lower.");
        return new(type, letters, field.Flag("trim"), LengthLimit.Compile(field, scope));
    }

    public Value Apply(MappingRun run, Value value, SourcePath? source)
    {
        if (value.IsStructure)
            return Refuse(run, value, source, "A single value is needed, but the source has an object or a list.",
                "Name the member of it.");
        if (_trim || _letters is not null)
            value = Dress(value);
        value = _type is null ? value : Convert(run, value, source);
        return _limit is not null && value.IsText && !SurelyShort(value) ? _limit.Apply(run, value, source) : value;
    }

    private bool SurelyShort(Value value) => value.Kind == ValueKind.Json
        && JsonMarshal.GetRawUtf8Value(value.Json).Length - 2 <= _limit!.Smallest;

    private Value Dress(Value value)
    {
        var text = value.AsText();
        if (_trim)
            text = text.Trim();
        return new(_letters switch
        {
            "upper" => text.ToUpperInvariant(),
            "lower" => text.ToLowerInvariant(),
            _ => text,
        });
    }

    private Value Convert(MappingRun run, Value value, SourcePath? source) => _type switch
    {
        "text" => value.IsText || !value.Exists ? value : new Value(value.AsText()),
        "boolean" => value.IsFlag ? value : value.AsText().ToLowerInvariant() switch
        {
            "true" or "yes" or "y" or "1" => new Value(true),
            "false" or "no" or "n" or "0" => new Value(false),
            _ => Refuse(run, value, source, "This is neither yes nor no.", "Correct it in the source, or map it with 'case'."),
        },
        "integer" when !value.TryNumber(out var whole) || decimal.Truncate(whole) != whole =>
            Refuse(run, value, source, "This is not a whole number.", "Correct it in the source."),
        "integer" => new Value(decimal.Truncate(Number(value))),
        "decimal" when !value.TryNumber(out _) => Refuse(run, value, source, "This is not a number.",
            "Correct it in the source."),
        "decimal" => new Value(Number(value)),
        _ => value,
    };

    private static decimal Number(Value value) => value.TryNumber(out var number) ? number : 0;

    private static Value Refuse(MappingRun run, Value value, SourcePath? source, string message, string cure)
    {
        run.Problem(source is null ? "" : run.SourcePathOf(source), value.AsText(), message, cure);
        return Value.Failed;
    }
}
