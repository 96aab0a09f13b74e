using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Secrets;

namespace Isthmus.Connectors.Sage300;

/// <summary>Checks the address, the user, the company and the rights, by one small read a module.</summary>
internal sealed class Sage300Check(Sage300Options options, Sage300Client client, VaultReader vault) : IConnectionCheck
{
    private static readonly Sage300Query Customers = new("AR", "ARCustomers") { Select = ["CustomerNumber", "DateLastMaintained"], Top = 1 };

    private static readonly (string Name, Sage300Query Query)[] Modules =
    [
        ("vendors (AP)", new("AP", "APVendors") { Select = ["VendorNumber", "DateLastMaintained"], Top = 1 }),
        ("invoices (AR)", new("AR", "ARPostedDocuments") { Select = ["CustomerNumber", "DocumentNumber", "LastActivityDate"], Top = 1 }),
        ("orders (OE)", new("OE", "OEOrders") { Select = ["OrderUniquifier", "OrderNumber"], Top = 1 }),
    ];

    public string Connection => Sage300Options.Id;

    public async Task<ConnectionReport> CheckAsync(CancellationToken cancellation = default)
    {
        var run = new CheckRun(Connection).Options(options);
        await run.NeededAsync("password in the vault", () => PasswordAsync(cancellation));
        await run.NeededAsync("customers (AR)", () => ReadAsync(Customers, cancellation));
        foreach (var (name, query) in Modules) await run.StepAsync(name, () => ReadAsync(query, cancellation));
        return run.Report;
    }

    public Task PingAsync(CancellationToken cancellation = default) => client.PageAsync(Customers, null, cancellation);

    private async Task<CheckStep> PasswordAsync(CancellationToken cancellation)
    {
        if (options.PasswordSecret.Length == 0) return Step.Ok("none is needed: company security is off");
        await vault.ReadAsync(options.PasswordSecret, cancellation);
        return Step.Ok("found");
    }

    private async Task<CheckStep> ReadAsync(Sage300Query query, CancellationToken cancellation)
    {
        await client.PageAsync(query, null, cancellation);
        return Step.Ok($"{query.Resource} of {options.CompanyId} can be read");
    }
}
