using Isthmus.Core.AccountMap;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.AccountMap;

/// <summary>What the flows from Sage 300 leave as it is on mapped accounts: the fields of which the CRM's value counts.</summary>
public sealed class WithheldFields(AccountMapStore map, IOptions<AccountMapOptions> rules)
{
    private readonly AccountAuthority authority = new(rules.Value.Authority);

    /// <summary>The fields by code, for codes that have any; one look at the table for a page of records.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlySet<string>>> ByCodeAsync(
        AccountKind kind, CancellationToken cancellation)
    {
        var withheld = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        await foreach (var row in map.AllAsync(kind, cancellation))
        {
            var fields = authority.Where(row, AccountSide.Crm).SelectMany(AccountFields.MembersInCrm)
                .ToHashSet(StringComparer.Ordinal);
            // What has no account yet would be made without a name.
            if (row.Keyed && fields.Count > 0) withheld[row.Code] = fields;
        }
        return withheld;
    }
}
