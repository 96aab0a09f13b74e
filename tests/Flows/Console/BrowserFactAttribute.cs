namespace Isthmus.Flows.Tests.Console;

/// <summary>A fact that needs a browser.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Program is null) Skip = "There is no Chromium on this machine (Debian, Ubuntu: apt-get install chromium).";
    }
}
