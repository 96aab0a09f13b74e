using System.Globalization;
using System.Xml.Linq;
using Isthmus.Sandbox.Sage100.Boi;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Soap;

/// <summary>Drives a business object with the members of a data contract. An update sets what differs from what is there.</summary>
internal sealed class SoapRecordWrite(Company company, SoapReader reader, SoapStructures structures)
{
    // What fills others comes before them.
    private static readonly string[] First = ["ARDivisionNo", "CustomerNo", "ItemCode", "QuantityOrdered", "UnitPrice"];

    public void Write(string name, string structure, XElement? record, bool isUpdate)
    {
        var given = reader.Structure(record, structure);
        var bus = BusinessObjects.Create(company, name)!;
        foreach (var key in bus.Schema.Keys)
            if (bus.SetKeyValue(key, given.GetValueOrDefault(key)?.Value ?? "") == 0) throw SoapFaultException.Of(bus.Error!);
        var met = bus.SetKey();
        if (met == 0) throw SoapFaultException.Of(bus.Error!);
        if (!isUpdate && met == 1) throw SoapFaultException.Exists();
        if (isUpdate && (met == 2 || bus.Closed is not null)) throw SoapFaultException.NoKey(bus.Schema.KeyLabel);
        var stored = isUpdate ? bus.Stored : null;
        Stamps(given, stored);
        Fill(bus, structure, given, stored);
        if (bus is DocumentObject document) Lines(document, given, stored);
        if (bus.Write() == 0) throw SoapFaultException.Of(bus.Error!);
    }

    private void Lines(DocumentObject document, Dictionary<string, XElement> given, Row? stored)
    {
        foreach (var element in reader.Items(given.GetValueOrDefault(SoapStructures.Lines), "SalesOrderLine"))
        {
            var line = reader.Structure(element, "SalesOrderLine");
            var key = line.GetValueOrDefault("LineKey")?.Value ?? "";
            var setter = document.EditLine(key);
            Fill(setter ?? document.AddLine(), "SalesOrderLine", line,
                setter is null ? null : stored?.Lines.Find(each => each.Text("LineKey") == key));
        }
    }

    private void Fill(ColumnSetter target, string structure, Dictionary<string, XElement> given, Row? stored)
    {
        var members = structures[structure].Where(member => member.Column is not null && given.ContainsKey(member.Name))
            .OrderBy(member => Array.IndexOf(First, member.Name) is var at and >= 0 ? at : First.Length);
        foreach (var member in members)
        {
            if (stored is null && (target.Schema.Keys.Contains(member.Name) || member.Name == "LineKey")) continue;
            Set(target, member.Column!, Value(member, given[member.Name].Value), stored);
        }
        foreach (var field in reader.Items(given.GetValueOrDefault(SoapStructures.Other), "Field"))
        {
            var pair = reader.Structure(field, "Field");
            var name = pair.GetValueOrDefault("MasFieldName")?.Value ?? "";
            if (target.Schema.Find(name) is not { } column)
                throw SoapFaultException.Of(new BoiError(target.Schema.Bus, name, null, $"The column {name} is not in the IOList"));
            Set(target, column, pair.GetValueOrDefault("Value")?.Value ?? "", stored);
        }
        if (target is DocumentLine line && line.Write() == 0) throw SoapFaultException.Of(line.Error!);
    }

    private static void Set(ColumnSetter target, Column column, object value, Row? stored)
    {
        if (stored is not null && stored[column].Equals(value)) return;
        if (target.SetValue(column.Name, value) == 0) throw SoapFaultException.Of(target.Error!);
    }

    /// <summary>Stamps may come back as they were given, and not otherwise.</summary>
    private static void Stamps(Dictionary<string, XElement> given, Row? stored)
    {
        foreach (var name in (ReadOnlySpan<string>)[SoapStructures.Created, SoapStructures.Updated])
            if (stored is not null && given.TryGetValue(name, out var stamp)
                && stamp.Value != SoapWriter.Moment(stored, name["DateTime".Length..]))
                throw new SoapFaultException("WS_Fault", $"{name} is read only");
    }

    private static object Value(SoapMember member, string text) => member.Type switch
    {
        "decimal" => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number : throw Unreadable(member),
        "dateTime" when text.Length > 0 => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? at == SoapWriter.NullDate ? "" : at.ToString("yyyyMMdd", CultureInfo.InvariantCulture) : throw Unreadable(member),
        _ => text
    };

    private static SoapFaultException Unreadable(SoapMember member) => new(
        "DeserializationFailed", $"The formatter threw an exception while trying to deserialize the message: {member.Name}.", isMas: false);
}
