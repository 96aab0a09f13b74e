using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Zoho;

/// <summary>What a refusal means. <see cref="Code"/> is our stable name, where Zoho's number is not one to build on.</summary>
internal sealed record ZohoVerdict(FailureClass Class, string Cure)
{
    public string? Code { get; init; }

    /// <summary>Our text, where Zoho's own would hold a name or say too little.</summary>
    public string? Message { get; init; }

    public TimeSpan? Wait { get; init; }

    public bool RetryNow { get; init; }
}
