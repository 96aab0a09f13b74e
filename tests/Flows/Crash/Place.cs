namespace Isthmus.Flows.Tests.Crash;

/// <summary>Where trouble is met.</summary>
public enum Place
{
    VendorCall,
    Write,
}
