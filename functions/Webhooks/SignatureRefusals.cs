using Isthmus.Connectors.Http;

namespace Isthmus.Functions.Webhooks;

/// <summary>Says what is wrong with a signature and how to cure it.</summary>
public static class SignatureRefusals
{
    /// <summary>A word for programs and a sentence for people.</summary>
    public static (string Code, string Message) Explain(SignatureVerdict verdict, string header) => verdict switch
    {
        SignatureVerdict.Missing => ("signature-missing", $"The header {header} is missing: the request is not from the vendor."),
        SignatureVerdict.Malformed => ("signature-malformed", $"The header {header} cannot be read."),
        SignatureVerdict.Stale => (
            "signature-stale", "The signature is too old or from the future. If this is no replay, set this host's clock right."),
        _ => (
            "signature-mismatch",
            "No configured secret makes this signature over this body. Store the endpoint's current secret in the vault."),
    };
}
