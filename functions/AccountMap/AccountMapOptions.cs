using Isthmus.Core.AccountMap;

namespace Isthmus.Functions.AccountMap;

/// <summary>
/// What a company decides about accounts that are customers or vendors of Sage 300; configuration section
/// <c>Isthmus:AccountMap</c>.
/// </summary>
public sealed record AccountMapOptions
{
    /// <summary>
    /// Whose value counts where the two systems differ, by field: <c>name</c>, <c>phone</c>, <c>website</c>, <c>address</c>, or
    /// the API name of a field that the mapping documents of customers write; <c>crm</c>, <c>books</c> or <c>none</c>. A row
    /// may say otherwise. Default none: each system keeps its own.
    /// </summary>
    public IReadOnlyDictionary<string, AccountSide> Authority { get; init; } = new Dictionary<string, AccountSide>();
}
