using Isthmus.Connectors.Sage300;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.AccountMap;

namespace Isthmus.Functions.AccountMap;

/// <summary>
/// The keys under which the flows of master data keep customers and vendors of Sage 300 as accounts:
/// <c>sage-300:SAMLTD:AR-HARB01</c>. An account that bears one is that customer; one that is given one is taken for it from
/// then on.
/// </summary>
public sealed class AccountKeys(ZohoCrmOptions crm, Sage300Options sage)
{
    /// <summary>The field of accounts that holds the key.</summary>
    public string Field => crm.KeyField;

    /// <summary>The key of a customer or a vendor.</summary>
    public string Of(AccountKind kind, string code) => Prefix(kind) + code;

    /// <summary>The code in a key; null where the key is another kind's, another company's, or none.</summary>
    public string? CodeOf(AccountKind kind, string? key) =>
        key?.StartsWith(Prefix(kind), StringComparison.OrdinalIgnoreCase) == true
            ? AccountRow.CodeOf(key[Prefix(kind).Length..]) : null;

    private string Prefix(AccountKind kind) =>
        $"{Sage300Options.Id}:{sage.Company.ToUpperInvariant()}:{(kind == AccountKind.Customer ? "AR" : "AP")}-";
}
