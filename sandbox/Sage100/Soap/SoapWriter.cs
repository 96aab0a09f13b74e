using System.Globalization;
using System.Xml.Linq;
using Isthmus.Sandbox.Sage100.Data;

namespace Isthmus.Sandbox.Sage100.Soap;

/// <summary>Writes a row as its data contract: members in their order, blank ones left out.</summary>
internal sealed class SoapWriter(SoapSettings settings, SoapStructures structures)
{
    public static readonly DateTime NullDate = new(1753, 1, 1);

    public XElement Row(XName name, string structure, Row row) => new(name,
        structures[structure].Select(member => Member(member, row)).Where(element => element is not null));

    public XName Name(string member) => XName.Get(member, settings.DataNamespace);

    private XElement? Member(SoapMember member, Row row)
    {
        if (member.Name == SoapStructures.Other) return Other(row);
        if (member.Name == SoapStructures.Lines)
            return row.Lines.Count == 0 ? null
                : new XElement(Name(member.Name), row.Lines.Select(line => Row(Name("SalesOrderLine"), "SalesOrderLine", line)));
        if (member.Name is SoapStructures.Created or SoapStructures.Updated)
            return Moment(row, member.Name["DateTime".Length..]) is { Length: > 0 } at ? new XElement(Name(member.Name), at) : null;
        return member.Column is { } column && Text(row[column], member.Type) is { Length: > 0 } text
            ? new XElement(Name(member.Name), text) : null;
    }

    private XElement? Other(Row row)
    {
        var fields = row.Schema.Columns.Where(column =>
            column.Name.StartsWith(SoapStructures.UserDefined, StringComparison.Ordinal) && row.Text(column.Name).Length > 0).ToList();
        return fields.Count == 0 ? null : new XElement(Name(SoapStructures.Other), fields.Select(column => new XElement(Name("Field"),
            new XElement(Name("MasFieldName"), column.Name), new XElement(Name("Value"), row.Text(column.Name)))));
    }

    public static string Text(object value, string type) => value switch
    {
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        string { Length: 8 } day when type == "dateTime" => $"{day[..4]}-{day[4..6]}-{day[6..]}T00:00:00",
        _ => (string)value
    };

    /// <summary>A date and decimal hours as one moment.</summary>
    public static string Moment(Row row, string which)
    {
        var day = row.Text("Date" + which);
        if (day.Length == 0) return "";
        var seconds = Math.Round(decimal.Parse(row.Text("Time" + which), CultureInfo.InvariantCulture) * 3600);
        return DateTime.ParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture).AddSeconds((double)seconds)
            .ToString("s", CultureInfo.InvariantCulture);
    }
}
