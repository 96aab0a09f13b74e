using System.Text;
using System.Text.Json;
using Isthmus.Core.Addresses;
using Isthmus.Core.Canonical;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Paths;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary>Reads an address in a system's own field names; <c>name</c> and <c>phone</c> may come from elsewhere.</summary>
internal sealed class AddressReader(SourcePath[] sources, AddressFormat format, SourcePath[] name, SourcePath[] phone)
{
    private readonly byte[][] _lines = [.. format.Lines.Select(field => Encoding.UTF8.GetBytes(field.Name))];
    private readonly byte[]? _name = Utf8(format.Name);
    private readonly byte[]? _city = Utf8(format.City);
    private readonly byte[]? _state = Utf8(format.State);
    private readonly byte[]? _postalCode = Utf8(format.PostalCode);
    private readonly byte[]? _country = Utf8(format.Country);
    private readonly byte[]? _phone = Utf8(format.Phone);
    private readonly string? _countryName = format.Country?.Name;

    public static AddressReader? Compile(DocumentNode field, CompileScope scope)
    {
        var sources = CopyOperation.Sources(field, "from", scope);
        if (sources.Length == 0)
            field.Wrong("from", null, "The field does not say where the address is.", "Add 'from: PATH'.");
        var read = field.Required("read", "Name the format of the source, from mappings/references/address-formats.yaml.");
        var (name, phone) = (CopyOperation.Sources(field, "name", scope), CopyOperation.Sources(field, "phone", scope));
        if (!scope.Tables.All.TryGetValue(AddressFormat.TableName, out var table))
            return null;
        if (AddressFormat.Find(table, read) is { } format)
            return new(sources, format, name, phone);
        field.Wrong("read", read,
            "There is no such address format.", Spelling.Cure(read, [.. table.Rows.Select(row => row.Key)]));
        return null;
    }

    public string Shown(MappingRun run) => run.SourcePathOf(sources[0]);

    public string ShownCountry(MappingRun run) => (Shown(run), _countryName) switch
    {
        (var address, null) => address,
        (".", { } country) => country,
        var (address, country) => $"{address}.{country}",
    };

    public Address? Read(MappingRun run)
    {
        foreach (var source in sources)
        {
            var json = source.Element(run);
            if (json.ValueKind != JsonValueKind.Object || FromJson(json) is not { } address)
                continue;
            run.Trace?.Read(run.SourcePathOf(source), run.Shown(json.GetRawText()));
            return address with
            {
                Name = Text(CopyOperation.First(name)(run)) ?? address.Name,
                Phone = Text(CopyOperation.First(phone)(run)) ?? address.Phone,
            };
        }
        return null;
    }

    private Address? FromJson(JsonElement json)
    {
        var address = new Address
        {
            Name = Text(json, _name),
            Line1 = _lines.Length > 0 ? Text(json, _lines[0]) : null,
            Line2 = _lines.Length > 1 ? Joined(json) : null,
            City = Text(json, _city),
            State = Text(json, _state),
            PostalCode = Text(json, _postalCode),
            Country = Text(json, _country),
            Phone = Text(json, _phone),
        };
        return address is { Line1: null, Line2: null, City: null, State: null, PostalCode: null, Country: null } ? null : address;
    }

    private string? Joined(JsonElement json)
    {
        var joined = string.Join(", ", _lines.Skip(1).Select(line => Text(json, line)).OfType<string>());
        return joined.Length > 0 ? joined : null;
    }

    private static byte[]? Utf8(AddressField? field) => field is null ? null : Encoding.UTF8.GetBytes(field.Name);

    private static string? Text(JsonElement json, byte[]? name) =>
        name is not null && json.TryGetProperty(name, out var value) ? Text(new Value(value)) : null;

    private static string? Text(Value value) => value.Exists ? value.AsText() : null;
}
