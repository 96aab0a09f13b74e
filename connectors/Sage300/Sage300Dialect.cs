namespace Isthmus.Connectors.Sage300;

/// <summary>How literals are written in a filter.</summary>
public enum Sage300Dialect
{
    /// <summary>OData 4, as v1.0 takes it: <c>2026-03-09T00:00:00Z</c>, <c>99.99</c>.</summary>
    V4,
    /// <summary>OData 3, as the older guide has it: <c>datetime'2026-03-09T00:00:00'</c>, <c>99.99m</c>.</summary>
    V3,
}
