using Isthmus.Cli.Stack;
using Isthmus.Core.Vault;

namespace Isthmus.Cli.Commands;

/// <summary>
/// ./run secret set NAME, ./run secret list. Values come from standard input: a command line shows in histories.
/// </summary>
internal static class SecretCommand
{
    public static int Run(IReadOnlyList<string> args)
    {
        var vault = new FileVault(Places.Home);
        if (args is ["list"])
        {
            foreach (var known in vault.Names()) Console.Out.WriteLine(known);
            return 0;
        }
        if (args is not ["set",
            { Length: > 0 } name]) throw new UsageException("Say ./run secret set NAME, or ./run secret list.");
        var value = Read();
        if (value.Length == 0)
            throw new UsageException($"Nothing came from standard input. Say for example: ./run secret set {name} < FILE");
        vault.Set(name, value);
        Console.Out.WriteLine($"Stored {name} in {Places.Home}. A running app takes it up within a minute.");
        return 0;
    }

    private static string Read() => Console.IsInputRedirected ? Console.In.ReadToEnd().TrimEnd('\r', '\n') : Typed();

    private static string Typed()
    {
        Console.Error.Write("Value (not shown): ");
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key != ConsoleKey.Backspace) typed.Append(key.KeyChar);
            else if (typed.Length > 0) typed.Length--;
        }
        Console.Error.WriteLine();
        return typed.ToString();
    }
}
