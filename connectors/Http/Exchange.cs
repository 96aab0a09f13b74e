namespace Isthmus.Connectors.Http;

/// <summary>One try of a call: an answer that is good, or a refusal.</summary>
internal readonly record struct Exchange(ApiAnswer? Answer, Refusal? Refusal)
{
    public static Exchange Of(ApiAnswer answer) => new(answer, null);

    public static Exchange Of(Refusal refusal) => new(null, refusal);
}
