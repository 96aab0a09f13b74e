using Spectre.Console;

namespace Isthmus.Cli.Commands;

/// <summary>Colours and changing tables on a terminal, plain lines where the output is piped.</summary>
internal static class Terminal
{
    private const int PipedWidth = 120;

    public static IAnsiConsole Open()
    {
        if (!Console.IsOutputRedirected) return AnsiConsole.Console;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No
        });
        console.Profile.Width = PipedWidth;
        return console;
    }
}
