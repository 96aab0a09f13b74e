namespace Isthmus.Functions.Purchasing;

/// <summary>What lines in Sage hold of the line that they came from.</summary>
internal static class SageLines
{
    /// <summary>The source's id of the line; it can be changed by this name.</summary>
    public const string External = "UDF_EXTERNAL_LINE";
}
