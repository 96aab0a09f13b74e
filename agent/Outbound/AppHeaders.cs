namespace Isthmus.Agent.Outbound;

/// <summary>What travels beside the bodies between app and agent: docs/sage-100-agent-protocol.md, Outbound.</summary>
internal static class AppHeaders
{
    public const string Instance = "Isthmus-Agent-Instance";
    public const string Version = "Isthmus-Agent-Version";
    public const string Request = "Isthmus-Request-Id";
    public const string Method = "Isthmus-Method";
    public const string Path = "Isthmus-Path";
    public const string Patience = "Isthmus-Patience";
    public const string Status = "Isthmus-Status";
}
