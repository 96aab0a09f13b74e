using Isthmus.Cli.Stack;

namespace Isthmus.Cli.Commands;

/// <summary>The lines that tell a newcomer what is running and where.</summary>
internal static class WhereToLook
{
    public static string Text(LocalStack stack, int orders, IReadOnlyList<string> looks)
    {
        var app = stack.App.Address.ToString().TrimEnd('/');
        var sandbox = stack.Sandbox.Address.ToString().TrimEnd('/');
        return $"""

            Isthmus is running; {orders} orders were paid in the sandbox's Stripe.
            A deal was won in its Zoho CRM, which shows what Sage 100, Sage 300 and Sage Intacct hold:
            {string.Join("\n", looks.Select(look => "  " + look))}

              Console        {app}/api/console (asks for the key below)
              Runs           curl -H "x-functions-key: $KEY" {app}/api/runs
              Dead letters   curl -H "x-functions-key: $KEY" {app}/api/dead-letters
              Master data    curl -H "x-functions-key: $KEY" {app}/api/master-data
              The key        "default" in {Path.Combine(stack.Options.Home, "keys.json")}
              All records    {sandbox}/_sandbox/ledger
              Make it fail   curl {sandbox}/_sandbox/faults -d '{"{"}"vendor":"sage-100","kind":"record-lock","count":3{"}"}'
              Logs           {stack.Options.Logs} (app.jsonl: a JSON object a line, "run" names the run)

            Ctrl-C stops everything.

            """;
    }
}
