using System.Text.Json;
using System.Text.RegularExpressions;
using Isthmus.Sandbox.Sage100.Boi;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Agent;

/// <summary>Drives one business object through one record: key, set, lines, write.</summary>
internal sealed partial class RecordWrite(Company company, JsonElement record)
{
    private readonly string mode = record.Text("mode");

    public WriteResult Run()
    {
        var name = record.Text("object");
        if (BusinessObjects.Create(company, name) is not { } bus)
            return Refused(new BoiError(name, null, null, company.Find(name) is null
                ? $"There is no object '{name}'." : $"{name} is read only"));
        foreach (var part in record.GetProperty("key").EnumerateObject())
            if (bus.SetKeyValue(part.Name, part.Value.Value()) == 0) return Refused(bus.Error!);
        var met = bus.SetKey();
        return (mode, met) switch
        {
            ("update" or "delete", _) when bus.IsNew => new WriteResult("not_found"),
            (_, 0) => RefusedOrLocked(bus.Error!),
            ("create", 1) => new WriteResult("exists", bus.Stored),
            ("update" or "delete", _) when bus.Closed is { } posted => Refused(new BoiError(bus.Schema.Bus, null, null, posted)),
            ("delete", _) when Reason(bus) is { } error => Refused(error),
            ("delete", _) => bus.Delete() == 0 ? Refused(bus.Error!) : new WriteResult("written"),
            _ => Fill(bus)
        };
    }

    private BoiError? Reason(BusinessObject bus)
    {
        if (record.Optional("values", JsonValueKind.Object) is not { } values) return null;
        foreach (var value in values.EnumerateObject())
        {
            if (value.Name != "CancelReasonCode")
                return new BoiError(bus.Schema.Bus, value.Name, null, "A delete takes the Cancel Reason Code only");
            if (bus.SetValue(value.Name, value.Value.Value()) == 0) return bus.Error;
        }
        return null;
    }

    private WriteResult Fill(BusinessObject bus)
    {
        if (record.Optional("values", JsonValueKind.Object) is { } values)
        {
            foreach (var value in values.EnumerateObject())
                if (bus.SetValue(value.Name, value.Value.Value()) == 0) return Refused(bus.Error!);
        }
        if (record.Optional("lines", JsonValueKind.Array) is { } lines && Lines(bus, lines) is { } refused) return refused;
        return bus.Write() switch
        {
            0 => RefusedOrLocked(bus.Error!),
            1 => new WriteResult("written", bus.Stored),
            _ => new WriteResult("written_with_warning", bus.Stored, bus.Error!.Message)
        };
    }

    private WriteResult? Lines(BusinessObject bus, JsonElement lines)
    {
        if (bus is not DocumentObject document) return Refused(new BoiError(bus.Schema.Bus, null, null,
            $"{bus.Schema.Object} has no lines"));
        var at = 0;
        foreach (var given in lines.EnumerateArray())
        {
            BoiError? missing = null;
            var line = mode == "create" ? document.AddLine() : Known(document, given, out missing);
            if ((line is null ? missing : Set(line, given)) is { } error) return Refused(error) with { Line = at };
            at++;
        }
        return null;
    }

    // A line of an update is known by Sage's key, or by the caller's own name for it, which adds it once.
    private static DocumentLine? Known(DocumentObject document, JsonElement given, out BoiError? missing)
    {
        missing = null;
        var key = given.Optional("LineKey", JsonValueKind.String)?.GetString() ?? "";
        if (key.Length == 0 && given.TryGetProperty(UserFields.Line, out var name) && name.ValueKind == JsonValueKind.String
            && name.GetString() is { Length: > 0 } external)
            return document.LineOf(external);
        if (document.EditLine(key) is { } line) return line;
        missing = new BoiError(document.Schema.Lines!.Bus, "LineKey", key, $"Line Key {key} is not on file.");
        return null;
    }

    private BoiError? Set(DocumentLine line, JsonElement given)
    {
        foreach (var value in given.EnumerateObject().Where(member => mode == "create" || member.Name != "LineKey"))
            if (line.SetValue(value.Name, value.Value.Value()) == 0) return line.Error;
        return line.Write() == 0 ? line.Error : null;
    }

    private static WriteResult Refused(BoiError error) => new("refused", Error: error);

    // Only SetKey and Write meet locks; a value that SetValue refuses may hold any of these words.
    private static WriteResult RefusedOrLocked(BoiError error) =>
        error.Column is null && LockWords().IsMatch(error.Message)
            ? new WriteResult("locked", Message: error.Message) : Refused(error);

    [GeneratedRegex("in use|being used|locked|another user|busy", RegexOptions.IgnoreCase)]
    private static partial Regex LockWords();
}
