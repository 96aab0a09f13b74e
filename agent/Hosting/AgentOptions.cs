using Isthmus.Agent.Boi;
using Isthmus.Agent.Outbound;

namespace Isthmus.Agent.Hosting;

/// <summary>
/// Everything that <c>agent.json</c> says. The agent refuses to start with any of it wrong, and names all of it.
/// </summary>
internal sealed record AgentOptions
{
    /// <summary>The Sage 100 installation on this host.</summary>
    public SageHostOptions Sage { get; init; } = new();

    /// <summary>Where callers reach the agent; no address leaves it closed.</summary>
    public InboundOptions Inbound { get; init; } = new();

    /// <summary>Where the agent fetches work; no address leaves that out.</summary>
    public OutboundOptions Outbound { get; init; } = new();

    public bool IsInbound => Inbound.Address is not null;

    public bool IsOutbound => Outbound.App is not null;
}

/// <summary>Where callers reach the agent.</summary>
internal sealed record InboundOptions
{
    /// <summary>Scheme, host and port: <c>https://0.0.0.0:8443</c>. Plain http is for this machine only.</summary>
    public Uri? Address { get; init; }

    /// <summary>Where the keys lie that callers may carry: one, or two while one replaces the other.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>The certificate of an https address.</summary>
    public CertificateOptions Certificate { get; init; } = new();
}

/// <summary>A certificate by where it lies: a file, or Windows' store.</summary>
internal sealed record CertificateOptions
{
    /// <summary>A .pfx or .pem file.</summary>
    public string Path { get; init; } = "";

    /// <summary>The .pem file's key, where it has one of its own.</summary>
    public string KeyPath { get; init; } = "";

    /// <summary>The .pfx file's password: <c>file:PATH</c> or <c>env:NAME</c>.</summary>
    public string Password { get; init; } = "";

    /// <summary>
    /// The subject's name of a certificate in the store LocalMachine/My; the one that is valid longest is taken.
    /// </summary>
    public string Subject { get; init; } = "";
}
