using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Core.Canonical;
using Isthmus.Core.Customers;

namespace Isthmus.Functions.Customers.Carrying;

/// <summary>A customer as one system holds it.</summary>
/// <param name="Side">The system.</param>
/// <param name="Document">As the vendor wrote it.</param>
/// <param name="Customer">The same as canonical record.</param>
/// <param name="Body">Any customer in this system's terms: what would be written of it.</param>
public sealed record CustomerRecord(
    CustomerSide Side, JsonElement Document, Customer Customer, Func<Customer, ReadOnlyMemory<byte>> Body)
{
    /// <summary>The members that have to be written so that this record holds what another customer has.</summary>
    /// <param name="wanted">That customer.</param>
    /// <param name="merged">The objects whose members the vendor takes one by one.</param>
    public JsonObject Changes(Customer wanted, params IReadOnlyCollection<string> merged) =>
        BodyChanges.Between(Body(Customer), Body(wanted), merged);

    /// <summary>True when writing this value here would change nothing.</summary>
    public bool Shows(string field, string? value) =>
        BodyChanges.Same(Body(Customer), Body(CustomerFields.With(Customer, field, value)));
}
