namespace Isthmus.Connectors.ZohoCrm;

/// <summary>A query in COQL.</summary>
/// <param name="Module">The module's API name.</param>
/// <param name="Fields">Up to 50 API names; fields of a lookup by path: <c>Account_Name.Account_Name</c>.</param>
/// <param name="Where">
/// The condition, with values written by <see cref="Coql.Text"/>; null for every record. More than two conditions need nested
/// parentheses.
/// </param>
/// <param name="OrderBy">Such as <c>Modified_Time asc</c>; null for the order of the ids.</param>
public sealed record CrmQuery(string Module, IReadOnlyList<string> Fields, string? Where, string? OrderBy)
{
    /// <summary>The code of the failure of a query that has more rows than Zoho gives.</summary>
    public const string TooManyRows = "too-many-rows";
}
