using System.Text.Json;
using System.Text.RegularExpressions;
using Isthmus.Sandbox.Sage100.Boi;
using Isthmus.Sandbox.Sage100.Data;

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
            (_, 0) => RefusedOrLocked(bus.Error!),
            ("create", 1) => new WriteResult("exists", bus.Stored),
            ("update" or "delete", 2) => new WriteResult("not_found"),
            ("delete", _) => bus.Delete() == 0 ? Refused(bus.Error!) : new WriteResult("written"),
            _ => Fill(bus)
        };
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
        if (bus is not SalesOrderObject order) return Refused(new BoiError(bus.Schema.Bus, null, null,
            $"{bus.Schema.Object} has no lines"));
        var at = 0;
        foreach (var given in lines.EnumerateArray())
        {
            if ((mode == "create" ? Add(order, given) : Change(order, given)) is { } error)
                return Refused(error) with { Line = at };
            at++;
        }
        return null;
    }

    private static BoiError? Add(SalesOrderObject order, JsonElement given) => Set(order.AddLine(), given.EnumerateObject());

    private static BoiError? Change(SalesOrderObject order, JsonElement given)
    {
        var key = given.Optional("LineKey", JsonValueKind.String)?.GetString() ?? "";
        return order.EditLine(key) is { } line
            ? Set(line, given.EnumerateObject().Where(m => m.Name != "LineKey"))
            : new BoiError(order.Schema.Lines!.Bus, "LineKey", key, $"Line Key {key} is not on file.");
    }

    private static BoiError? Set(SalesOrderLine line, IEnumerable<JsonProperty> values)
    {
        foreach (var value in values)
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
