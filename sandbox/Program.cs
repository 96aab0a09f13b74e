using Isthmus.Sandbox.Hosting;

return await SandboxApp.RunAsync(args);
