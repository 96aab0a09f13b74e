using System.Text.Json;
using Isthmus.Core.Mapping.Paths;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Plans;

/// <summary>One scalar field of the target.</summary>
internal sealed class ValueField(
    JsonEncodedText name, FieldTarget target, FieldReader read, Shape shape, Condition? when,
    Value fallback, bool required, string? cure, SourcePath? source)
{
    public bool Emit(MappingRun run)
    {
        try
        {
            return Made(run);
        }
        catch (Exception broken) when (BrokenValue.Describe(broken) is { } message)
        {
            run.Problem(source is null ? "" : run.SourcePathOf(source), null, message, "Correct it in the source.");
            return false;
        }
    }

    private bool Made(MappingRun run)
    {
        run.Field = target;
        run.Trace?.Begin();
        if (when is not null && !when(run))
            return false;
        var value = read(run);
        var defaulted = value.Kind == ValueKind.None && fallback.Exists;
        if (defaulted)
            value = fallback;
        if (value.Exists)
            value = shape.Apply(run, value, source);
        if (value.Exists)
        {
            run.Trace?.Made(run, target.Path, value.AsText(), defaulted);
            Write(run.Out.Property(name), value);
            return true;
        }
        if (value.Kind == ValueKind.None && required)
            run.Problem(source is null ? "" : run.SourcePathOf(source), null, "A value is required, and the source has none.",
                cure ?? "Add it in the source system.");
        return false;
    }

    internal static void Write(Utf8JsonWriter json, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Json:
                value.Json.WriteTo(json);
                break;
            case ValueKind.Number:
                json.WriteNumberValue(value.Number);
                break;
            case ValueKind.Flag:
                json.WriteBooleanValue(value.Number == 1);
                break;
            default:
                json.WriteStringValue(value.Text);
                break;
        }
    }
}
