using System.Text.Json;
using System.Text.RegularExpressions;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Protocol;

/// <summary>Drives one business object through one record: key, set, lines, write.</summary>
internal sealed partial class RecordWrite(IBusinessSession session, JsonElement record)
{
    /// <summary>What a line is called where it comes from.</summary>
    private const string LineName = "UDF_EXTERNAL_LINE";

    private readonly string mode = record.Text("mode");

    public WriteResult Run()
    {
        var name = record.Text("object");
        using var bus = session.Object(name);
        return bus is null
            ? Refused(new BoiError(
                name, null, null, session.Describe(name) is null ? $"There is no object {name}." : $"{name} is read only"))
            : Run(bus, name);
    }

    private WriteResult Run(IBusinessObject bus, string name)
    {
        foreach (var part in record.GetProperty("key").EnumerateObject())
            if (bus.SetKeyValue(part.Name, part.Value.Value()) == 0) return Refused(bus.Error!);
        var met = bus.SetKey();
        return (mode, met) switch
        {
            ("update" or "delete", _) when bus.IsNew => new WriteResult("not_found"),
            (_, 0) => RefusedOrLocked(bus.Error!),
            ("create", 1) => new WriteResult("exists", bus.Stored),
            ("update" or "delete", _) when bus.Closed is { } posted => Refused(new BoiError(bus.Bus, null, null, posted)),
            ("delete", _) when Reason(bus) is { } error => Refused(error),
            ("delete", _) => bus.Delete() == 0 ? RefusedOrLocked(bus.Error!) : new WriteResult("written"),
            _ => Fill(bus, name)
        };
    }

    private BoiError? Reason(IBusinessObject bus)
    {
        if (record.Optional("values", JsonValueKind.Object) is not { } values) return null;
        foreach (var value in values.EnumerateObject())
        {
            if (value.Name != "CancelReasonCode")
                return new BoiError(bus.Bus, value.Name, null, "A delete takes the Cancel Reason Code only");
            if (bus.SetValue(value.Name, value.Value.Value()) == 0) return bus.Error;
        }
        return null;
    }

    private WriteResult Fill(IBusinessObject bus, string name)
    {
        if (record.Optional("values", JsonValueKind.Object) is { } values)
        {
            foreach (var value in values.EnumerateObject())
                if (bus.SetValue(value.Name, value.Value.Value()) == 0) return Refused(bus.Error!);
        }
        if (record.Optional("lines", JsonValueKind.Array) is { } lines && Lines(bus, name, lines) is { } refused) return refused;
        return bus.Write() switch
        {
            0 => RefusedOrLocked(bus.Error!),
            1 => new WriteResult("written", bus.Stored),
            _ => new WriteResult("written_with_warning", bus.Stored, bus.Error!.Message)
        };
    }

    private WriteResult? Lines(IBusinessObject bus, string name, JsonElement lines)
    {
        if (!bus.HasLines) return Refused(new BoiError(bus.Bus, null, null, $"{name} has no lines"));
        var at = 0;
        foreach (var given in lines.EnumerateArray())
        {
            var line = mode == "create" ? bus.AddLine() : Known(bus, given);
            if ((line is null ? bus.Error : Set(line, given)) is { } error) return Refused(error) with { Line = at };
            at++;
        }
        return null;
    }

    // A line of an update is known by Sage's key, or by the caller's own name for it, which adds it once.
    private static IBusinessLine? Known(IBusinessObject bus, JsonElement given)
    {
        var key = given.Optional("LineKey", JsonValueKind.String)?.GetString() ?? "";
        return key.Length == 0 && given.TryGetProperty(LineName, out var name) && name.ValueKind == JsonValueKind.String
            && name.GetString() is { Length: > 0 } external ? bus.LineOf(external) : bus.EditLine(key);
    }

    private BoiError? Set(IBusinessLine line, JsonElement given)
    {
        foreach (var value in given.EnumerateObject().Where(member => mode == "create" || member.Name != "LineKey"))
            if (line.SetValue(value.Name, value.Value.Value()) == 0) return line.Error;
        return line.Write() == 0 ? line.Error : null;
    }

    private static WriteResult Refused(BoiError error) => new("refused", Error: error);

    // Only SetKey, Write and Delete meet locks; a value that SetValue refuses may hold any of these words.
    private static WriteResult RefusedOrLocked(BoiError error) =>
        error.Column is null && LockWords().IsMatch(error.Message)
            ? new WriteResult("locked", Message: error.Message) : Refused(error);

    [GeneratedRegex("in use|being used|locked|another user|busy", RegexOptions.IgnoreCase)]
    private static partial Regex LockWords();
}
