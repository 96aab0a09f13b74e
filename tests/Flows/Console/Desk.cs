using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Console;

/// <summary>Where an operator sits: a browser that shows the console.</summary>
internal static class Desk
{
    public static Uri Page(World world) => new(world.App.BaseAddress!, "/api/console");

    public static async Task<Browser> SignedInAsync(World world, string name)
    {
        var browser = await Browser.OpenAsync(Page(world));
        await SignInAsync(browser, name, Keys.FunctionKey(world.Home));
        await browser.SeesAsync("h1", "Overview");
        return browser;
    }

    public static async Task SignInAsync(Browser browser, string name, string key)
    {
        await browser.FillAsync("#name", name);
        await browser.FillAsync("#key", key);
        await browser.ClickAsync(".sign-in button");
    }
}
