using Isthmus.Agent.Outbound;

namespace Isthmus.Agent.Hosting;

/// <summary>Finds everything that is wrong with the settings: name, value, cure.</summary>
internal static class OptionsCheck
{
    public static IReadOnlyList<string> Problems(AgentOptions options)
    {
        var found = new List<string>();
        Check(options.IsInbound || options.IsOutbound, "Inbound:Address", "",
            "Give an address to listen at, or Outbound:App to fetch work from.");
        if (options.IsInbound) Inbound(options.Inbound, Check);
        if (options.IsOutbound) Outbound(options.Outbound, Check);
        options.Sage.Check(Check);
        return found;

        void Check(bool good, string name, object? value, string cure)
        {
            if (!good) found.Add($"{name} = {(value is null or "" ? "(empty)" : value)}: {cure}");
        }
    }

    private static void Inbound(InboundOptions inbound, Action<bool, string, object?, string> check)
    {
        var https = Has(inbound.Address!, Uri.UriSchemeHttps);
        check(https || IsHere(inbound.Address!), "Inbound:Address", inbound.Address,
            "Give https://ADDRESS:PORT; http:// is for this machine only.");
        check(inbound.Keys.Count is 1 or 2, "Inbound:Keys", inbound.Keys.Count,
            "Say where the key lies; two while one replaces the other.");
        for (var at = 0; at < inbound.Keys.Count; at++) Secret($"Inbound:Keys:{at}", inbound.Keys[at], check);
        if (!https) return;
        var certificate = inbound.Certificate;
        check(certificate.Path.Length > 0 != certificate.Subject.Length > 0, "Inbound:Certificate", "",
            "Give either Path, a .pfx or .pem file, or Subject, the name of one in the store LocalMachine/My.");
        check(certificate.Path.Length == 0 || File.Exists(certificate.Path), "Inbound:Certificate:Path", certificate.Path,
            "There is no such file.");
        if (certificate.Password.Length > 0) Secret("Inbound:Certificate:Password", certificate.Password, check);
    }

    private static void Outbound(OutboundOptions outbound, Action<bool, string, object?, string> check)
    {
        var app = outbound.App!;
        check(Has(app, Uri.UriSchemeHttps) || IsHere(app), "Outbound:App", app,
            "Give the app's https:// address with its path /api/agents; http:// is for this machine only.");
        check(outbound.Id.Length is > 0 and <= 64 && outbound.Id.All(each => char.IsAsciiLetterOrDigit(each) || each == '-'),
            "Outbound:Id", outbound.Id, "Give letters, digits and hyphens, as the app's setting Outbound:AgentId.");
        check(outbound.Lanes is >= 1 and <= 16, "Outbound:Lanes", outbound.Lanes, "Give a number from 1 to 16.");
        check(outbound.WaitSeconds is >= 1 and <= 60, "Outbound:WaitSeconds", outbound.WaitSeconds,
            "Give a number from 1 to 60.");
        Secret("Outbound:Key", outbound.Key, check);
    }

    private static bool Has(Uri address, string scheme) => address.IsAbsoluteUri && address.Scheme == scheme;

    private static bool IsHere(Uri address) => Has(address, Uri.UriSchemeHttp) && address.IsLoopback;

    /// <summary>What is no reference may be the secret itself: it is not shown.</summary>
    internal static void Secret(string name, string reference, Action<bool, string, object?, string> check)
    {
        if (SecretReference.Problem(reference) is { } problem)
            check(false, name, reference.Length == 0 ? "" : "(not shown)", problem);
    }
}
