using System.Text.Json;
using Isthmus.Connectors.Sage300;
using Isthmus.Core.AccountMap;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.AccountMap;

/// <summary>Customers and vendors of Sage 300 by kind.</summary>
internal sealed class BooksAccounts(Sage300Client sage)
{
    /// <summary>The record of a row; null where there is none.</summary>
    public Task<JsonElement?> FindAsync(AccountRow row, CancellationToken cancellation) => row.Kind == AccountKind.Customer
        ? sage.GetAsync("AR", "ARCustomers", Sage300Key.Of(row.Code), cancellation)
        : sage.GetAsync("AP", "APVendors", Sage300Key.Of(row.Code), cancellation);

    /// <summary>Its name there.</summary>
    public static string? NameOf(AccountRow row, JsonElement record) =>
        record.FindText(row.Kind == AccountKind.Customer ? "CustomerName" : "VendorName")?.Trim();

    /// <summary>Changes members of a customer.</summary>
    public Task ChangeAsync(AccountRow row, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        sage.PatchAsync("AR", "ARCustomers", Sage300Key.Of(row.Code), body, cancellation);
}
