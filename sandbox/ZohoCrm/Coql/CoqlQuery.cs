namespace Isthmus.Sandbox.ZohoCrm.Coql;

/// <summary>A query as it was written; the names are not looked up yet.</summary>
internal sealed record CoqlQuery(
    IReadOnlyList<string> Columns, string Module, CoqlCondition Where, IReadOnlyList<(string Column, bool Descending)> OrderBy,
    int Limit, int Offset);

internal abstract record CoqlCondition
{
    /// <summary>Both, or either.</summary>
    internal sealed record Pair(CoqlCondition Left, bool IsAnd, CoqlCondition Right) : CoqlCondition;

    /// <summary>"=", "!=", "&gt;", "in", "like", "between", "is null", or "not" before one of the last words.</summary>
    internal sealed record Test(string Column, string Operator, IReadOnlyList<CoqlToken> Values) : CoqlCondition;
}
