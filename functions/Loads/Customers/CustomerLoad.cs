using System.Security.Cryptography;
using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Audit;
using Isthmus.Core.Loads;
using Isthmus.Functions.Customers;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Loads.Customers;

/// <summary>
/// Sage's customers become Zoho's contacts. Customers that came from Zoho are left out, and so are those that are not active and were
/// never carried.
/// </summary>
public sealed class CustomerLoad(
    SageAgentClient sage, Mapper mapper, LoadedRecords loaded, LoadedContacts contacts, ContactTerms terms, AuditTrail audit) : IRecordLoad
{
    private const string Customers = "AR_Customer";
    private const string FromZoho = "zoho:";
    private const string Document = "sage-customer-to-zoho-contact";

    private static readonly string[] KeyColumns = ["ARDivisionNo", "CustomerNo"];

    private static readonly string[] Columns =
    [
        .. KeyColumns, "CustomerName", "AddressLine1", "AddressLine2", "AddressLine3", "City", "State", "ZipCode", "CountryCode", "TelephoneNo",
        "EmailAddress", "URLAddress", "TermsCode", "CustomerStatus", "UDF_EXTERNAL_ID",
    ];

    /// <inheritdoc/>
    public string Name => "customers";

    /// <inheritdoc/>
    public string? Obstacle => null;

    /// <inheritdoc/>
    public async Task<long?> CountAsync(CancellationToken cancellation)
    {
        var count = 0L;
        var keys = new SageQuery(Customers) { Columns = KeyColumns, PageSize = 1000 };
        await foreach (var page in sage.QueryPagesAsync(keys, null, cancellation)) count += page.Rows.Count;
        return count;
    }

    /// <inheritdoc/>
    public async Task<LoadPage> PageAsync(string? after, int size, CancellationToken cancellation)
    {
        var page = await sage.QueryPageAsync(new SageQuery(Customers) { Columns = Columns, PageSize = size }, after, cancellation);
        return new LoadPage(page.Rows, page.Next);
    }

    /// <inheritdoc/>
    public string KeyOf(JsonElement record) =>
        $"{record.NeedText("ARDivisionNo", SageOptions.Id)}-{record.NeedText("CustomerNo", SageOptions.Id)}";

    /// <inheritdoc/>
    public Task<JsonElement?> FindAsync(string key, CancellationToken cancellation) =>
        sage.ReadAsync(Customers, new Dictionary<string, string> { ["ARDivisionNo"] = key[..2], ["CustomerNo"] = key[3..] }, cancellation);

    /// <inheritdoc/>
    public async Task<LoadOutcome> CarryAsync(string key, JsonElement record, string runId, bool dryRun)
    {
        if (record.FindText("UDF_EXTERNAL_ID")?.StartsWith(FromZoho, StringComparison.Ordinal) == true) return LoadOutcome.Skipped;
        var before = await loaded.FindAsync(Name, key);
        if (before is null && record.FindText("CustomerStatus") is "I" or "T") return LoadOutcome.Skipped;
        var notes = new StepNotes();
        var body = mapper.Map(Document, record, notes, terms.With(contactName: null));
        var hash = Convert.ToHexStringLower(SHA256.HashData(body.Span)[..16]);
        if (before?.Hash == hash) return before.RunId == runId ? LoadOutcome.Written : LoadOutcome.Unchanged;
        if (dryRun) return LoadOutcome.Written;
        var customer = new SageCustomer(
            key, record.NeedText("CustomerName", SageOptions.Id), record.FindText("EmailAddress"), body,
            name => mapper.Map(Document, record, new StepNotes(), terms.With(name)));
        var written = await contacts.WriteAsync(customer, runId);
        if (written.Changed)
            await audit.AddAsync(runId, "write contact", $"{ContactKeys.Target}/{written.Id}", "written", notes.Mapping, notes.Fields);
        await loaded.KeepAsync(Name, key, new LoadedRecord(hash, runId));
        return written.Changed ? LoadOutcome.Written : LoadOutcome.Unchanged;
    }
}

/// <summary>A customer of Sage on its way to Zoho.</summary>
/// <param name="Key">Division and number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Email">Its e-mail address, where it has one.</param>
/// <param name="Body">What Zoho is sent.</param>
/// <param name="Named">The same under another display name.</param>
public sealed record SageCustomer(
    string Key, string Name, string? Email, ReadOnlyMemory<byte> Body, Func<string, ReadOnlyMemory<byte>> Named)
{
    /// <summary>Its display name where the plain one is taken.</summary>
    public string OwnName => $"{Name} ({Key})";

    /// <summary>Its division.</summary>
    public string Division => Key[..2];

    /// <summary>Its number in the division.</summary>
    public string Number => Key[3..];
}
