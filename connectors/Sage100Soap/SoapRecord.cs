using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>A structure of the service as the agent shows the same row, so that one mapping reads both.</summary>
internal static class SoapRecord
{
    private const string Created = "DateTimeCreated";
    private const string Updated = "DateTimeUpdated";

    public static JsonElement Read(SoapContract contract, SoapMember structure, XElement element, DateTime nullDate) =>
        JsonSerializer.SerializeToElement(Row(contract, structure.Type, element, nullDate));

    private static JsonObject Row(SoapContract contract, XName? type, XElement element, DateTime nullDate)
    {
        var members = contract.MembersOf(type).ToDictionary(member => member.Name.LocalName, StringComparer.Ordinal);
        var row = new JsonObject();
        foreach (var value in element.Elements().Where(each => (string?)each.Attribute(SoapNames.Nil) is not ("true" or "1")))
        {
            var name = value.Name.LocalName;
            var member = members.GetValueOrDefault(name);
            if (name is Created or Updated) Stamp(row, name["DateTime".Length..], value.Value, nullDate);
            else if (name == SoapOtherFields.Member)
                foreach (var (field, text) in SoapOtherFields.Read(value)) row[field] = text;
            else if (name == SoapLines.Member) row[name] = Lines(contract, member, value, nullDate);
            else row[name] = SoapValues.Value(value.Value, member?.Type, nullDate);
        }
        return row;
    }

    private static JsonArray Lines(SoapContract contract, SoapMember? lines, XElement value, DateTime nullDate)
    {
        var type = contract.MembersOf(lines?.Type) is [var line, ..] ? line.Type : null;
        return new JsonArray([.. value.Elements().Select(each => (JsonNode)Row(contract, type, each, nullDate))]);
    }

    private static void Stamp(JsonObject row, string which, string text, DateTime nullDate)
    {
        var at = SoapValues.Moment(text) is { } moment && moment != nullDate ? moment : (DateTime?)null;
        row["Date" + which] = at is { } day ? day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture) : "";
        row["Time" + which] = at is { } time ? SoapValues.Hours(time) : "";
    }
}
