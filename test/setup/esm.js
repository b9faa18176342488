// Jest's ESM loader refuses require(esm) of a module that is still being linked; evaluating Nest first cures it.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
