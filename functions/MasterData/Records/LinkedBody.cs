using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Isthmus.Functions.MasterData.Records;

/// <summary>
/// Puts the ids of what a record points to, and our key, into what the mapping made of it. A link's field is a member of the record, or
/// of one of its lines: <c>Invoiced_Items[2].Product_Name</c>.
/// </summary>
internal static partial class LinkedBody
{
    /// <summary>The record with its links.</summary>
    /// <param name="mapped">What the mapping made.</param>
    /// <param name="ids">The ids, by the links' fields.</param>
    /// <param name="keyField">The field of our key.</param>
    /// <param name="key">Our key.</param>
    /// <param name="withheld">Fields that are left out.</param>
    public static JsonElement Write(
        JsonElement mapped, IReadOnlyDictionary<string, string> ids, string keyField, string key, IReadOnlySet<string> withheld)
    {
        var inLines = ids.Select(link => (Place: Line().Match(link.Key), link.Value)).Where(link => link.Place.Success)
            .ToLookup(link => link.Place.Groups[1].Value, link => (
                At: int.Parse(link.Place.Groups[2].Value, CultureInfo.InvariantCulture), Field: link.Place.Groups[3].Value, Id: link.Value));
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var body = new Utf8JsonWriter(buffer))
        {
            body.WriteStartObject();
            foreach (var member in mapped.EnumerateObject().Where(member => !withheld.Contains(member.Name)))
            {
                if (member.Value.ValueKind == JsonValueKind.Array && inLines.Contains(member.Name))
                    WriteLines(body, member, [.. inLines[member.Name]]);
                else member.WriteTo(body);
            }
            foreach (var (field, id) in ids.Where(link => !Line().IsMatch(link.Key))) WriteLink(body, field, id);
            body.WriteString(keyField, key);
            body.WriteEndObject();
        }
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void WriteLines(Utf8JsonWriter body, JsonProperty lines, IReadOnlyList<(int At, string Field, string Id)> links)
    {
        body.WriteStartArray(lines.Name);
        foreach (var (at, line) in lines.Value.EnumerateArray().Index())
        {
            body.WriteStartObject();
            foreach (var member in line.EnumerateObject()) member.WriteTo(body);
            foreach (var link in links.Where(link => link.At == at)) WriteLink(body, link.Field, link.Id);
            body.WriteEndObject();
        }
        body.WriteEndArray();
    }

    private static void WriteLink(Utf8JsonWriter body, string field, string id)
    {
        body.WriteStartObject(field);
        body.WriteString("id", id);
        body.WriteEndObject();
    }

    [GeneratedRegex(@"^(\w+)\[(\d{1,6})\]\.(\w+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
