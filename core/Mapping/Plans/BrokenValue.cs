namespace Isthmus.Core.Mapping.Plans;

/// <summary>Values that JSON lets through and nothing can hold.</summary>
internal static class BrokenValue
{
    /// <summary>In words for people; null for every other exception.</summary>
    public static string? Describe(Exception exception) => exception switch
    {
        OverflowException => "The number is too large.",
        // JsonElement says so of a text with half a surrogate pair, such as a lone \ud83d.
        InvalidOperationException { InnerException: System.Text.DecoderFallbackException } => "The text is not valid Unicode.",
        InvalidOperationException when exception.Message.Contains("surrogate", StringComparison.Ordinal) => "The text is not valid Unicode.",
        _ => null,
    };
}
