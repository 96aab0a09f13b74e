using Isthmus.Embedded.Tables.Entities;

namespace Isthmus.Embedded.Tables.Filters;

/// <summary>A parsed OData filter: a condition on the properties of one entity.</summary>
internal abstract record Filter
{
    /// <param name="find">Finds a property by name; null for one that the entity lacks.</param>
    public abstract bool Accepts(Func<string, object?> find);

    public bool Accepts(StoredEntity entity) => Accepts(entity.Find);
}

/// <summary>Both hold.</summary>
internal sealed record AndFilter(Filter Left, Filter Right) : Filter
{
    public override bool Accepts(Func<string, object?> find) => Left.Accepts(find) && Right.Accepts(find);
}

/// <summary>One or both hold.</summary>
internal sealed record OrFilter(Filter Left, Filter Right) : Filter
{
    public override bool Accepts(Func<string, object?> find) => Left.Accepts(find) || Right.Accepts(find);
}

/// <summary>It does not hold.</summary>
internal sealed record NotFilter(Filter Inner) : Filter
{
    public override bool Accepts(Func<string, object?> find) => !Inner.Accepts(find);
}
