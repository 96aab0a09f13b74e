using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Sage100Soap;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Customers;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Customers;

/// <summary>Sage's customers, as far as orders have made them; only their UDFs travel.</summary>
public sealed class SageCustomers(
    SageAgentClient sage, SageSurfaces surfaces, SageOptions options, Mapper mapper, TravellingFields travelling,
    CrossReferenceStore references, CustomerRules rules)
    : ICustomerSide
{
    /// <summary>The object in Sage.</summary>
    internal const string Object = "AR_Customer";

    private const string Document = "customer-to-sage-customer";

    /// <inheritdoc/>
    public CustomerSide Side => CustomerSide.Sage;

    /// <summary>True where any UDF travels.</summary>
    internal bool TakesPart => rules.Options.SageFields && travelling.Any("sage");

    /// <inheritdoc/>
    public async Task<CustomerRecord?> ReadAsync(CustomerLink link)
    {
        if (!TakesPart) return null;
        if (await references.FindAsync(ContactKeys.OfContact(link.ContactId), ContactKeys.SageCustomer) is not { } known) return null;
        var columns = (await sage.DictionaryAsync(Object, CancellationToken.None)).Columns.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return await surfaces.Reader(Object).ReadAsync(Object, Key(known.Id), CancellationToken.None) is { } row ? Read(row, columns) : null;
    }

    /// <summary>What travels of a row.</summary>
    public Customer Read(JsonElement row)
    {
        var source = JsonSerializer.SerializeToElement(new JsonObject
        {
            ["customer"] = JsonNode.Parse(row.GetRawText()),
            ["custom"] = travelling.Read("sage", name => row.FindText(name)),
        });
        return CanonicalJson.Read<Customer>(mapper.Map("sage-customer", source, new StepNotes()));
    }

    /// <inheritdoc/>
    public async Task<CustomerRecord> WriteAsync(CustomerRecord record, Customer wanted, CustomerLink link, StepNotes notes)
    {
        var changes = record.Changes(wanted, "values");
        if (changes.Count == 0) return record;
        mapper.Map(Document, CanonicalJson.Write(wanted), notes, Core.Mapping.MappingContext.Empty);
        notes.Fields = [.. ((JsonObject)changes["values"]!).Select(value => value.Key)];
        var key = Key(record.Customer.ExternalId!);
        await surfaces.Writer(Object).UpdateAsync(Object, key, JsonSerializer.SerializeToUtf8Bytes(changes), CancellationToken.None);
        return await ReadAsync(link) ?? record;
    }

    private CustomerRecord Read(JsonElement row, HashSet<string> columns) => new(Side, row, Read(row), customer => Body(customer, columns));

    /// <summary>A UDF that this host does not have is passed over.</summary>
    private ReadOnlyMemory<byte> Body(Customer customer, HashSet<string> columns)
    {
        var body = (JsonObject)JsonNode.Parse(
            mapper.Map(Document, CanonicalJson.Write(customer), new StepNotes(), Core.Mapping.MappingContext.Empty).Span)!;
        if (body["values"] is JsonObject values)
            foreach (var name in values.Select(value => value.Key).Where(name => !columns.Contains(name)).ToList()) values.Remove(name);
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    private Dictionary<string, string> Key(string number) =>
        new() { ["ARDivisionNo"] = options.CustomerDivision, ["CustomerNo"] = number };
}
